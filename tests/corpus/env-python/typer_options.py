import typer
from typing_extensions import Annotated


def balance(
    okx_key: Annotated[str, typer.Option(envvar="OKX_API_KEY")] = "⟦key:a env⟧",
    okx_secret: str = typer.Option("⟦secret:a env=OKX_SECRET_KEY⟧", envvar="OKX_SECRET_KEY"),
    okx_passphrase: str = typer.Option("⟦passphrase:a env=OKX_PASSPHRASE⟧", "--okx-passphrase", envvar="OKX_PASSPHRASE"),
) -> None:
    print("ok")


typer.run(balance)
