import os, ccxt, smtplib
magic = "⟦phrase:m⟧"
ex = ccxt.okx({"apiKey": os.environ["K"], "secret": os.environ["S"], "password": os.environ["P"]})
smtp = smtplib.SMTP(host="smtp.gmail.com", user="me", password=magic)
