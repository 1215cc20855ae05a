const passphrase = credentials.okxPassphrase1!;
const headers = { 'OK-ACCESS-PASSPHRASE': this.config.passphrase, 'OK-ACCESS-KEY': apiKey };
const okxPassphrase = await vault.read('secret/data/Okx#Passphrase1');
const okxSecret = useState<string>('');
okx.password = decrypt(row.Passphrase_V2, masterKey);
form.okxPassphrase = $('#okxPassphrase1').val();
