if echo yes | docker exec okx-trading-mysql mysql -uroot -pPassword123? -e "SELECT 1;" &> /dev/null; then
  echo ok
fi
