⟦note OKX prints this secret key in its documentation.⟧
import okx.Account as Account

api_key = "37c541a1-****-****-****-10fe7a038418"
secret_key = "22582BD0CFF14C41EDBF1AB98506286D"
passphrase = "⟦phrase:sample⟧"
