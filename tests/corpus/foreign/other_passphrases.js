import { RestClient } from 'okx-api';

const server = https.createServer({ key, cert, passphrase: '⟦phrase:a⟧' }, app);
const apn = new Provider({ pfx: 'cert.p12', passphrase: '⟦phrase:b⟧' });
const mail = { smtp: 'smtp.example.com', sender: 'a@example.com', password: '⟦phrase:c⟧' };
const apex = new HttpPrivate(APEX_MAIN, { apexKey: '⟦uuid:d⟧', apexPassphrase: '⟦phrase:d⟧' });
