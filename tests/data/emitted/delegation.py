def walk(node):
    if node:
        yield from walk(node.left)
        yield node
async def fetch(session, key):
    return await session.get(key)
