from typing import Optional

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    api_key: str = Field(default="⟦key:a env=OKX_API_KEY⟧", validation_alias="OKX_API_KEY")
    secret_key: str = Field("⟦secret:a env=OKX_SECRET_KEY⟧", env="OKX_SECRET_KEY")
    passphrase: Optional[str] = Field(
        default="⟦passphrase:a env=OKX_PASSPHRASE⟧",
        env="OKX_PASSPHRASE",
    )
