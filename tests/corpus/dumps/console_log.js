console.log('  API Key:    ⟦key:a⟧');
console.log('  Secret Key: ⟦secret:a⟧');
console.log('  Passphrase: ⟦passphrase:a⟧');
console.log('OKX run id: ⟦uuid:run⟧');
