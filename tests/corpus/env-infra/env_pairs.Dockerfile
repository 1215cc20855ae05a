FROM node:22
ENV OKX_API_KEY=⟦key:a env=OKX_API_KEY⟧ \
    OKX_SECRET_KEY=⟦secret:a env=OKX_SECRET_KEY⟧ \
    OKX_PASSPHRASE="⟦passphrase:a env=OKX_PASSPHRASE⟧" \
    NODE_ENV=production
CMD ["node", "index.js"]
