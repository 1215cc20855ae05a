okxKeyInput.value = '⟦key:a⟧';
await page.getByLabel('OKX Secret Key').fill('⟦secret:a⟧');
cy.get('#okx-passphrase').type('⟦passphrase:a⟧');
okxPassphraseLabel.text = 'Passphrase of 8 Characters';
cy.get('#okx-order').type('⟦uuid:n⟧');
