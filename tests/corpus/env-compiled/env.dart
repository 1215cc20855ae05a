const apiKey = String.fromEnvironment('OKX_API_KEY', defaultValue: '⟦key:a env=OKX_API_KEY⟧');
final secret = Platform.environment['OKX_SECRET_KEY'] ?? '⟦secret:a env=OKX_SECRET_KEY⟧';
final pass = dotenv.get('OKX_PASSPHRASE', fallback: '⟦passphrase:a env=OKX_PASSPHRASE⟧');
final pass2 = dotenv.env['OKX_PASSPHRASE'] ?? '⟦passphrase:a env=OKX_PASSPHRASE⟧';
