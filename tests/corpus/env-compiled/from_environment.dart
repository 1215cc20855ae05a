import 'dart:io';

const okxApiKey = String.fromEnvironment('OKX_API_KEY', defaultValue: '⟦key:a env=OKX_API_KEY⟧');
final okxSecretKey = Platform.environment['OKX_SECRET_KEY'] ?? '⟦secret:a env=OKX_SECRET_KEY⟧';
final okxPassphrase = const String.fromEnvironment(
  'OKX_PASSPHRASE',
  defaultValue: '⟦passphrase:a env=OKX_PASSPHRASE⟧',
);
