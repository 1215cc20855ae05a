export class OkxService {
  private readonly apiKey: string = '⟦key:a⟧';
  private readonly secretKey = '⟦secret:a⟧' as const;
  static #passphrase = `⟦passphrase:a⟧`;
}
