from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class OkxSettings(BaseSettings):
    okx_api_key: str = "⟦key:a env⟧"
    okx_secret_key: SecretStr = SecretStr("⟦secret:a env⟧")
    okx_passphrase: SecretStr = Field(SecretStr("⟦passphrase:a env⟧"), description="set when the key was made")
    okx_base_url: str = "https://www.okx.com"
