import okx.Trade as Trade

settings = Settings(api_key="⟦key:a⟧", symbol="BTC-USDT-SWAP", webhook="https://discord.com/api/webhooks/1/x")
trade = Trade.TradeAPI(settings.api_key, settings.sk, settings.pp, False, "0")
asyncio.run(main(api_key="⟦key:b⟧", proxy="http://proxy.provider.com:8080"))
