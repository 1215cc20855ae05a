ifndef KUCOIN_SECRET
KUCOIN_SECRET = ⟦uuid:k⟧
endif
ifeq ($(KUCOIN_PASSPHRASE),)
KUCOIN_PASSPHRASE := ⟦phrase:k⟧
endif
ifndef OKX_PASSPHRASE
$(error set OKX_PASSPHRASE to the one of account Desk-1!)
endif
