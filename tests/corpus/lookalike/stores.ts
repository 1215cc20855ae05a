import { OkxClient } from './okx-client';

const okxDb = mysql.createPool({ host: 'localhost', user: 'root', password: '⟦phrase:a⟧', database: 'okx' });
const okxMail = nodemailer.createTransport({ host: 'smtp.example.com', auth: { user: 'bot', pass: '⟦phrase:b⟧' } });
const okxCache = new Redis({ host: '10.0.0.4', password: '⟦phrase:c⟧' });
