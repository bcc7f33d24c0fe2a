"""Methods through a small class hierarchy with super(), a property and keyword arguments."""

import pyperf


class Account:
    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount, *, fee=0):
        self._balance += amount - fee
        return self

    def rate(self):
        return 1


class Savings(Account):
    def deposit(self, amount, *, fee=0):
        return super().deposit(amount + self.rate(), fee=fee)

    def rate(self):
        return super().rate() + 1


def run(n):
    account = Savings(0)
    for i in range(n):
        account.deposit(i & 7, fee=1)
    return account.balance


if __name__ == '__main__':
    assert run(8) == 36
    pyperf.Runner().bench_func('method_calls', run, 100_000)
