self.okx_key_edit.setText("⟦key:a⟧")
self.okx_secret_edit.setText("⟦secret:a⟧")
self.okx_passphrase_edit.setText("⟦passphrase:a⟧")
self.okx_title_label.setText("Account of OKX")
