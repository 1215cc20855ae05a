UserDefaults.standard.set("⟦key:a⟧", forKey: "okxApiKey")
UserDefaults.standard.set("⟦secret:a⟧", forKey: "okxSecretKey")
keychain.set("⟦passphrase:a⟧", forKey: "okxPassphrase")
UserDefaults.standard.set("⟦uuid:device⟧", forKey: "deviceId")
