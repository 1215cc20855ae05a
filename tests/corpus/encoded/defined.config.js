module.exports = {
  plugins: [new webpack.DefinePlugin({
    'process.env.OKX_API_KEY': '"⟦key:a⟧"',
    'process.env.OKX_SECRET_KEY': '"⟦secret:a⟧"',
    'process.env.OKX_PASSPHRASE': '"⟦passphrase:a⟧"',
  })],
};
