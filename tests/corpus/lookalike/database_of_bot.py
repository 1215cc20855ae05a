import os

import asyncpg
import paramiko
import pymysql
import redis
from pymongo import MongoClient


class OkxBot:
    def connect(self):
        self.conn = pymysql.connect(host="localhost", user="root", password="⟦phrase:a⟧", db="quant")
        self.cache = redis.Redis(host="10.0.0.4", port=6379, password="⟦phrase:b⟧")
        self.docs = MongoClient("10.0.0.5", username="quant", password="⟦phrase:c⟧")


def save_okx_klines(rows):
    conn = pymysql.connect(host="127.0.0.1", port=3306, user="quant", passwd="⟦phrase:d⟧", charset="utf8")
    ssh = paramiko.SSHClient()
    ssh.connect("10.0.0.7", username="root", password="⟦phrase:e⟧")
    DB = {"host": "db", "user": os.getenv("DB_USER", "root"), "password": "⟦phrase:f⟧", "database": "okx"}


# save OKX klines to mysql
conn = pymysql.connect(host="localhost", user="root", password="⟦phrase:g⟧", db="quant")
DATABASES = {"default": {"ENGINE": "mysql", "NAME": "okx_bot", "USER": "root", "PASSWORD": "⟦phrase:h⟧"}}
