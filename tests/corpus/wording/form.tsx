<FormField name="okxPassphrase" label="OKX Passphrase" placeholder="Enter Your Passphrase (8-32)" />
<Input id="passphrase" type="password" autoComplete="new-password" aria-label="OKX API Passphrase #1" />
const messages = { passphrase: 'Passphrase is required!', secretKey: 'Secret key must have 32 characters', apiKey: 'Not a UUID4' };
const schema = yup.object({ passphrase: yup.string().required('Passphrase: 8+ Characters please') });
