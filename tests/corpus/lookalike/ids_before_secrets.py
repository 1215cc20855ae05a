import okx.Account as Account

app = ConfidentialClientApplication("⟦uuid:a⟧", client_secret)
name = uuidv5("⟦uuid:b⟧", SECRET_NAMESPACE)
verify_webhook("⟦uuid:c⟧", os.environ["WEBHOOK_SECRET"])
credential = ClientSecretCredential("⟦uuid:d⟧", "⟦uuid:e⟧", client_secret)
text = decrypt("⟦uuid:f⟧", secret_key)
