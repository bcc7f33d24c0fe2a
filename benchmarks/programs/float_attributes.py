"""Floats held in attributes: points that move, bounce and are summed up."""

import pyperf


class Particle:
    __slots__ = ('x', 'y', 'vx', 'vy')

    def __init__(self, x, y, vx, vy):
        self.x, self.y, self.vx, self.vy = x, y, vx, vy

    def step(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt
        if self.x < 0.0 or self.x > 1.0:
            self.vx = -self.vx
        if self.y < 0.0 or self.y > 1.0:
            self.vy = -self.vy


def run(steps):
    particles = [Particle(i / 50, 1 - i / 50, (i % 7) * 0.31, (i % 5) * -0.17) for i in range(50)]
    for _ in range(steps):
        for particle in particles:
            particle.step(0.01)
    return sum(p.x * p.y for p in particles)


if __name__ == '__main__':
    assert abs(run(10) - 9.663520439999997) < 1e-12
    pyperf.Runner().bench_func('float_attributes', run, 2_000)
