class Settings(BaseSettings):
    db_user: str = 'jane'
    db_host: str = 'localhost'
    okx_api_key: str = '⟦key:a env?⟧'
    okx_secret_key: str = '⟦secret:a env?⟧'
    passphrase: str = '⟦passphrase:a env?⟧'
