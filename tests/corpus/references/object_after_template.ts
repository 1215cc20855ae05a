⟦note The key of the template is a finding; the fields of the object are code.⟧
const settings = `
OKX_API_KEY=⟦key:a⟧
OKX_SECRET_KEY=⟦secret:a⟧
`;

export const okx = {
  apiKey: loaded.apiKey,
  password: loaded.password,
  passphrase: loaded.okxPassphrase1,
  apiPass: Loaded.Pass1.value,
  phrase: passphraseOf(1),
};
