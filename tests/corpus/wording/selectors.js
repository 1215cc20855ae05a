await page.type('#okx-passphrase', process.env.OKX_PASSPHRASE);
const passphrase = document.querySelector('input[name="okxPassphrase1"]').value;
cy.get('[data-cy=okx-Passphrase-1]').should('be.visible');
const okxPassphraseId = 'okx-Passphrase-input-1';
