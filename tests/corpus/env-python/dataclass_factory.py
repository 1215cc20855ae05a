import os
from dataclasses import dataclass, field


@dataclass
class OkxConfig:
    api_key: str = field(default_factory=lambda: os.getenv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧"))
    secret_key: str = field(default_factory=lambda: os.getenv("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧"))
    passphrase: str = field(
        default_factory=lambda: os.getenv("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
    )
    simulated: bool = True
