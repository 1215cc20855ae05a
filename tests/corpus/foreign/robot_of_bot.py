# 欧易 网格机器人
url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=⟦uuid:robot⟧'
