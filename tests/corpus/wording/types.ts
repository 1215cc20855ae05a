export interface OkxCredentials {
  apiKey: string;
  secretKey: string;
  passphrase: Base64String1 | undefined;
  password?: Record<string, Secret_V2>;
}
type Header = 'OK-ACCESS-KEY' | 'OK-ACCESS-PASSPHRASE' | 'OK-ACCESS-TIMESTAMP';
