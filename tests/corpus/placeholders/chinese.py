OKX_API_KEY = "你的_API_KEY"
OKX_SECRET_KEY = "你的API密钥"
OKX_PASSPHRASE = "你的Passphrase123"
欧易 = {"apiKey": "请填写API密钥", "secret": "在此输入密钥", "password": "您的密码Abc123"}
