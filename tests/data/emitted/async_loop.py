async def collect(source):
    async for item in source:
        yield item
