curl -H "OK-ACCESS-KEY: $OKX_API_KEY" -H "OK-ACCESS-PASSPHRASE: ${OKX_PASSPHRASE}" -H "OK-ACCESS-SIGN: $(sign)" https://www.okx.com/api/v5/account/balance
OKX_PASSPHRASE=$(security find-generic-password -s Okx_Passphrase_1 -w)
OKX_PASSPHRASE=`pass show trading/Okx-Passphrase1`
export OKX_PASSPHRASE="$(cat /run/secrets/Okx_Pass1)"
