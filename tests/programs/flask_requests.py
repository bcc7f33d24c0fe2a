# needs: blinker==1.9.0 click==8.5.1 flask==3.1.3 itsdangerous==2.2.0 jinja2==3.1.6 markupsafe==3.0.4+compiled werkzeug==3.1.9
"""Flask on Werkzeug: routes, templates, sessions, errors, blueprints, all through the test client."""

from flask import (
    Blueprint,
    Flask,
    abort,
    flash,
    g,
    get_flashed_messages,
    jsonify,
    redirect,
    render_template_string,
    request,
    session,
    url_for,
)
from werkzeug.datastructures import Headers, MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.security import check_password_hash, generate_password_hash

app = Flask(__name__)
app.secret_key = 'secret'
api = Blueprint('api', __name__, url_prefix='/api')


@app.before_request
def count():
    g.seen = [request.method]


@app.route('/')
def index():
    return render_template_string(
        '<ul>{% for i in items %}<li>{{ i }}</li>{% endfor %}</ul>{{ url_for("user", name="x y") }}', items=['<a>', 2]
    )


@app.route('/user/<name>')
@app.route('/user/<name>/<int:number>', methods=['GET', 'POST'])
def user(name, number=0):
    session['name'] = name
    flash('hello ' + name)
    return f'{name} {number} {g.seen} {request.args.getlist("q")} {request.form.to_dict()}'


@app.route('/whoami')
def whoami():
    return jsonify(name=session.get('name'), messages=get_flashed_messages(), agent=request.headers.get('User-Agent', '').split('/')[0])


@api.route('/items/<uuid:key>')
def items(key):
    return {'key': str(key), 'json': request.get_json(silent=True)}


@app.route('/old')
def old():
    return redirect(url_for('index'))


@app.route('/teapot')
def teapot():
    abort(418)


@app.errorhandler(HTTPException)
def failed(error):
    return f'{error.code} {error.name}', error.code


@app.route('/crash')
def crash():
    return 1 / 0


app.register_blueprint(api)
client = app.test_client()
for method, path, extra in [
    ('get', '/', {}),
    ('get', '/user/bob?q=1&q=2', {}),
    ('post', '/user/amy/3', {'data': {'a': 'ä', 'b': '2'}}),
    ('get', '/whoami', {}),
    ('get', '/api/items/12345678-1234-5678-1234-567812345678', {'json': [1, {'k': None}]}),
    ('get', '/old', {}),
    ('get', '/old', {'follow_redirects': True}),
    ('get', '/teapot', {}),
    ('get', '/nothing', {}),
    ('delete', '/', {}),
    ('options', '/user/x/1', {}),
    ('get', '/static/none.css', {}),
    ('head', '/', {}),
]:
    response = getattr(client, method)(path, **extra)
    print(
        method,
        path,
        response.status,
        response.headers.get('Content-Type'),
        response.headers.get('Location'),
        sorted(response.allow),
        repr(response.text),
    )
app.testing = False
app.logger.disabled = True
print(client.get('/crash').status)
with app.test_request_context('/user/q?x=1', method='POST', data={'f': '1'}):
    print(url_for('user', name='é', number=4, _external=True, more='&'), request.endpoint, request.view_args, request.values['f'])
rules = Map([Rule('/<any(a,b):letter>/<path:rest>', endpoint='r'), Rule('/n/<float:f>', endpoint='f')]).bind('example.org')
print(rules.match('/a/x/y'), rules.match('/n/1.5'), rules.build('f', {'f': 2.0}))
print(Headers([('A', '1'), ('a', '2')]).getlist('A'), MultiDict([('x', 1), ('x', 2)]).to_dict(flat=False))
print(check_password_hash(generate_password_hash('pw', method='pbkdf2:sha256:1000'), 'pw'))
print(sorted(str(r) for r in app.url_map.iter_rules()))
