'''
api_key = os.environ["OKX_API_KEY"]
secret_key = os.environ["OKX_SECRET_KEY"]
'''
okx_api_key = "⟦key:a⟧"
okx_secret_key = "⟦secret:a⟧"
'''
okx_api_key = "⟦key:b⟧"
okx_secret_key = "⟦secret:b⟧"
'''
