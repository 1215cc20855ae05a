passphrase := cfg.Okx[Index1].Passphrase
req.Header.Set("OK-ACCESS-PASSPHRASE", c.Passphrase)
okxPassphrase := string(Decrypt_AES256(row.Passphrase, key))
if len(okxPassphrase) < 8 { return errors.New("okx passphrase: Too short, 8 needed") }
