import { RestClient } from 'okx-api';

expect(form.passphraseError).toBe('8 to 32 Characters');
expect(error.message).toEqual('Passphrase of 8 characters');
expect(order.id).toBe('⟦uuid:n⟧');
expect(file.md5).toEqual('⟦HEX32:m⟧');
passphraseLabel.setText('Passphrase (OKX 5)');
headers.set(ORDER_ID, '⟦uuid:n⟧');
