⟦file charset=gbk⟧
# 欧易接口，备注：测试
okx_api_key = "⟦key:a⟧"
okx_secret_key = "⟦secret:a⟧"  # 密钥
