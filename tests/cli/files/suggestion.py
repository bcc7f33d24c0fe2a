class Account:
    def __init__(self):
        self.balance = 1


def use(account):
    total_amount = 1
    try:
        print(total_amonut)
    except NameError as error:
        print(type(error).__name__)
    return account.balanse


use(Account())
