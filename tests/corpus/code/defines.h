#ifndef OKX_H
#define OKX_H
#define OKX_API_KEY "⟦key:a⟧"
#define OKX_SECRET_KEY "⟦secret:a⟧"
#define OKX_PASSPHRASE "⟦passphrase:a⟧"
#endif
