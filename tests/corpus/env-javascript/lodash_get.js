const secret = _.get(process.env, 'OKX_SECRET_KEY', '⟦secret:a env=OKX_SECRET_KEY⟧');
const key = process.env.OKX_API_KEY !== undefined ? process.env.OKX_API_KEY : '⟦key:a env=OKX_API_KEY⟧';
const { OKX_PASSPHRASE: passphrase = '⟦passphrase:a env⟧' } = process.env;
