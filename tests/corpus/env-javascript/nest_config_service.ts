@Injectable()
export class OkxService {
  constructor(private readonly config: ConfigService) {
    this.apiKey = this.config.get<string>('OKX_API_KEY', '⟦key:a env=OKX_API_KEY⟧');
    this.secretKey = this.config.get('OKX_SECRET_KEY') ?? '⟦secret:a env=OKX_SECRET_KEY⟧';
    this.passphrase = this.config.get<string>('OKX_PASSPHRASE') || '⟦passphrase:a env=OKX_PASSPHRASE⟧';
  }
}
