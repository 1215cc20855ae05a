OKX_BROKER_ID = "⟦hex12:one⟧BCDE"
OKX_BROKER_TAG = "⟦hex14:two⟧BC"
OKX_CHANNEL_CODE = "⟦hex12:three⟧OCDE"
okx_broker_code = "⟦ALNUM16:four⟧"
