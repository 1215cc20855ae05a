欧易密钥 = "⟦key:a⟧"
欧易私钥 = "⟦secret:a⟧"
欧易密码短语 = "⟦passphrase:a⟧"
配置 = {"欧易": {"API密钥": "⟦key:b⟧", "密钥": "⟦secret:b⟧", "密码": "⟦passphrase:b⟧"}}
