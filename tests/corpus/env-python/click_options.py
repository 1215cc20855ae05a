import click


@click.command()
@click.option("--okx-api-key", envvar="OKX_API_KEY", default="⟦key:a env=OKX_API_KEY⟧", show_default=False)
@click.option("--okx-secret-key", default="⟦secret:a env=OKX_SECRET_KEY⟧", envvar="OKX_SECRET_KEY")
@click.option(
    "--okx-passphrase",
    envvar="OKX_PASSPHRASE",
    default="⟦passphrase:a env=OKX_PASSPHRASE⟧",
    help="Passphrase chosen when the key was created.",
)
def main(okx_api_key: str, okx_secret_key: str, okx_passphrase: str) -> None:
    click.echo("ready")
