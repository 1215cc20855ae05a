<?php
file_put_contents('.env', <<<ENV
EXCHANGE=okx
API_KEY=⟦key:a⟧
SECRET_KEY=⟦secret:a⟧
PASSPHRASE=⟦passphrase:a⟧
ENV);
