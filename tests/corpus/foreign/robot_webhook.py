import ccxt
import requests

apiKey = '⟦key:a⟧'
secret = '⟦secret:a⟧'
password = '⟦passphrase:a⟧'
exchange = ccxt.okx({'apiKey': apiKey, 'secret': secret, 'password': password})
# 企业微信机器人
robot_api = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=⟦uuid:robot⟧'


def tell(text):
    requests.post("https://qyapi.weixin.qq.com/cgi-bin/webhook/send", params={"key": "⟦uuid:other⟧"}, json=text)
